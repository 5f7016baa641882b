call behind_the_wall('grants', 'select, insert, update');
call behind_the_wall('claims', 'select, insert, update');
call behind_the_wall('claim_parts', 'select, insert, update');
call behind_the_wall('approvals', 'select, insert, update');
call behind_the_wall('spenders', 'select, insert, update');
call behind_the_wall('spending_days', 'select, insert, update');
call behind_the_wall('spending_claims', 'select, insert, delete');
call behind_the_wall('spending_recipients', 'select, insert, update, delete');
call behind_the_wall('taints', 'select, insert, update');
call behind_the_wall('change_log', 'insert');

-- authentication asks where a grant belongs before there is an organization
call opened_to_the_system('grants', 'select (grant_id, organization_id)');
-- the sweeper looks for claims whose instance is gone, and forgets texts nobody may answer any more
call opened_to_the_system(
    'claims',
    'select (organization_id, claim_id, call_id, person_id, backend_id, grant_id, tool, key_text,'
    ' key_chosen, arguments_hash, state, epoch, node, claimed_at, changed_at)');
call opened_to_the_system(
    'approvals', 'select (expires_at, sealed_text), update (sealed_text, live_binding)');
-- every instance hears what changed anywhere
call opened_to_the_system('change_log', 'select, insert, delete');
