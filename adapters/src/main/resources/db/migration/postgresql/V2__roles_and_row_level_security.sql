-- The second wall. The first is that every statement on a tenant table names its organization.
--
-- Whoever runs the migrations owns the tables; stores speak as one of two roles that own nothing:
-- sallyport_tenant sees the rows of one organization, sallyport_system does the few things that
-- belong to none. Roles are shared by all databases of a server, what they may do is not.
do $$
declare
    wanted text;
    membership text :=
        case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end;
begin
    foreach wanted in array array['sallyport_tenant', 'sallyport_system'] loop
        if not exists (select from pg_roles where rolname = wanted) then
            begin
                execute format('create role %I nologin', wanted);
            exception when duplicate_object or unique_violation then
                null; -- the migration of another database was first
            end;
        end if;
        if not pg_has_role(current_user, wanted, membership) then
            execute format('grant %I to current_user', wanted);
        end if;
        execute format('grant usage on schema %I to %I', current_schema(), wanted);
    end loop;
exception when insufficient_privilege then
    raise exception using errcode = 'SP002', message = 'may not make the roles';
end
$$;

do $$
begin
    if exists (
        select from pg_roles
        where rolname in ('sallyport_tenant', 'sallyport_system') and (rolsuper or rolbypassrls)
    ) then
        raise exception using errcode = 'SP003', message = 'the roles see past row-level security';
    end if;
end
$$;

-- Puts a table that has organization_id behind the wall, and says what may be done in front of it:
--     call behind_the_wall('grants', 'select, insert, update');
create procedure behind_the_wall(walled regclass, tenant_may text)
language plpgsql as $$
begin
    execute format('alter table %s enable row level security', walled);
    execute format('alter table %s force row level security', walled);
    execute format(
        'create policy of_the_organization on %s to sallyport_tenant'
        ' using (organization_id = current_setting(''app.organization_id'', true))'
        ' with check (organization_id = current_setting(''app.organization_id'', true))',
        walled);
    execute format('grant %s on %s to sallyport_tenant', tenant_may, walled);
end
$$;

-- Lets work that belongs to no organization do so much with a walled table, and no more:
--     call opened_to_the_system('tokens', 'select, update (last_used_at)');
create procedure opened_to_the_system(walled regclass, system_may text)
language plpgsql as $$
begin
    execute format(
        'create policy for_the_system on %s to sallyport_system using (true) with check (true)',
        walled);
    execute format('grant %s on %s to sallyport_system', system_may, walled);
end
$$;

grant select, insert on installation to sallyport_system;
