#!/bin/bash
# Runs once, on an empty data folder: a database for each part that has one, owned by a role of its own.
# Services read their own replication stream; Keycloak does not.
set -euo pipefail

create() {
  psql --set ON_ERROR_STOP=1 --quiet --username "$POSTGRES_USER" --dbname postgres \
    --set role="$1" --set password="$2" <<-SQL
	CREATE ROLE :"role" LOGIN ${3:-} PASSWORD :'password';
	CREATE DATABASE :"role" OWNER :"role";
SQL
}

create content "$CONSILIUM_CONTENT_DB_PASSWORD" REPLICATION
create qa "$CONSILIUM_QA_DB_PASSWORD" REPLICATION
create keycloak "$CONSILIUM_KEYCLOAK_DB_PASSWORD"
