package health.consilium.stack;

/** A PostgreSQL database with the role that owns it. */
public record Database(String url, String username, String password) {}
