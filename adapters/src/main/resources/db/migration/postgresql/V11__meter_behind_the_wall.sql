grant select on plan_terms, plan_right to sallyport_tenant, sallyport_system;
grant insert, update, delete on plan_terms, plan_right to sallyport_system;

call behind_the_wall('quota_counter', 'select, insert, update');
call behind_the_wall('quota_reservation', 'select, insert, update, delete');
call behind_the_wall('quota_block', 'select, insert, update, delete');
call behind_the_wall('usage_event', 'select, insert, update (units)');

-- the sweeper frees what was abandoned and writes off what was lost; the reconciler compares
call opened_to_the_system('quota_counter', 'select, insert, update');
call opened_to_the_system('quota_reservation', 'select, update, delete');
call opened_to_the_system('quota_block', 'select, update, delete');
call opened_to_the_system('usage_event', 'select, insert');

-- room to update a hot row within its page
alter table quota_counter set (fillfactor = 50);
