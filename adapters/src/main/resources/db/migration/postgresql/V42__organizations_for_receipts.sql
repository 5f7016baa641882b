-- where to look for the receipts of an erasure, whichever organization keeps nothing any more
call opened_to_the_system('organizations', 'select (organization_id)');
