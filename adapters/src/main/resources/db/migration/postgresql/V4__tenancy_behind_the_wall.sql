call behind_the_wall('organizations', 'select, insert, update, delete');
call behind_the_wall('memberships', 'select, insert, update, delete');
call behind_the_wall('accounts', 'select, insert, update, delete');

-- who signs in is looked up before there is an organization
grant select, insert, update on people to sallyport_system;
call opened_to_the_system('memberships', 'select');
