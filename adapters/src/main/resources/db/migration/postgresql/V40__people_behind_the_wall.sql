-- The keys of people and of the installation, which belong to no organization.
grant select, insert, update on person_key to sallyport_system;
grant select, insert on key_check to sallyport_system;
grant select, update on key_check_turn to sallyport_system;

-- which organizations keep something of a person, asked to show it or to erase it
grant select (person_id) on grants to sallyport_system;
grant select (organization_id, person_id) on approvals to sallyport_system;
call opened_to_the_system('accounts', 'select (organization_id, person_id)');

-- whoever is erased takes along what their grants have read
grant delete on taints to sallyport_tenant;
