-- pgoutput wants a publication; it is empty, since only messages are read
create publication debezium;
