call behind_the_wall('letters', 'select, insert, delete');

-- what nobody picked up is thrown away for all organizations at once
call opened_to_the_system('letters', 'select (until), delete');
