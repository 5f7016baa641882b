-- What H2 calls its large bytes, so that one `create table` serves both.
create domain blob as bytea;
