-- whoever is erased takes their keys along
call behind_the_wall('api_keys', 'select, insert, update, delete');

-- authentication asks where a key belongs before there is an organization; when keys were last used
-- is noted for all organizations at once
call opened_to_the_system(
    'api_keys',
    'select (organization_id, key_id, hash, last_used_at), update (last_used_at)');
