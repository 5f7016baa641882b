-- The embedded database writes its file each time it sets numbers aside, by default for every 32
-- entries. Numbers that a stop leaves unused are skipped, which the order survives.
alter table ledger_open alter column position set cache 4096;
