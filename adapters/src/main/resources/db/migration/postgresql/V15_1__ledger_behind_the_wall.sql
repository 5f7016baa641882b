-- The ledger behind the wall: an organization adds and reads, and nobody changes or removes.
call behind_the_wall('ledger_entry', 'select, insert');
call opened_to_the_system('ledger_entry', 'select, insert, update (person_id)');

call behind_the_wall('ledger_open', 'insert');
call opened_to_the_system('ledger_open', 'select, insert, delete');

grant select, insert on ledger_seal, ledger_checkpoint to sallyport_system;
grant select, insert, update on lease to sallyport_system;
