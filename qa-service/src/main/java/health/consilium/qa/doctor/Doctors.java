package health.consilium.qa.doctor;

import health.consilium.qa.text.Slug;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The doctors' directory: filled by those who answer here and by imported answers. */
@Service
public class Doctors {

    private static final String COLUMNS = "id, name, specialties, version";
    private static final RowMapper<Doctor> DOCTOR = (row, number) -> new Doctor(
            row.getString("id"),
            row.getString("name"),
            List.of((String[]) row.getArray("specialties").getArray()),
            row.getLong("version"));

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Doctors(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Takes over what a doctor's token says; without a name the known one stays, or the id serves. */
    @Transactional
    public void present(String id, @Nullable String name, Collection<String> specialties) {
        var slugs = specialties.stream()
                .map(Slug::latin)
                .filter(Objects::nonNull)
                .distinct()
                .sorted();
        List<DoctorChanged> changes = jdbc.sql("""
                        INSERT INTO doctor (id, name, specialties) VALUES (:id, coalesce(:name, :id), :specialties)
                        ON CONFLICT (id) DO UPDATE SET name = coalesce(:name, doctor.name),
                            specialties = excluded.specialties, version = doctor.version + 1
                        WHERE (doctor.name, doctor.specialties)
                            IS DISTINCT FROM (coalesce(:name, doctor.name), excluded.specialties)
                        RETURNING new.id, new.name, new.specialties, new.version, old.name <> new.name AS renamed""")
                .param("id", id)
                .param("name", name)
                .param("specialties", slugs.toArray(String[]::new))
                .query((row, number) -> new DoctorChanged(DOCTOR.mapRow(row, number), row.getBoolean("renamed")))
                .list();
        changes.forEach(events::publishEvent);
    }

    /**
     * The imported doctors of these names, added or given specialties where those are new, in a transaction of its own:
     * no import then holds the row of a doctor that another one waits for. Its commit needs no flush, because the
     * caller's later one brings it.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Map<String, Doctor> named(SortedMap<String, Set<String>> specialties) {
        jdbc.sql("SET LOCAL synchronous_commit TO off").update();
        Map<String, Doctor> named = new HashMap<>();
        specialties.forEach((name, theirs) -> named.put(name, withSpecialties(imported(name), name, theirs)));
        return named;
    }

    /** The doctors of these ids that are known. */
    public List<Doctor> find(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("SELECT " + COLUMNS + " FROM doctor WHERE id = ANY (:ids)")
                .param("ids", ids.toArray(String[]::new))
                .query(DOCTOR)
                .list();
    }

    /** The doctor of this id, if known. */
    public Optional<Doctor> find(String id) {
        return find(List.of(id)).stream().findFirst();
    }

    List<Doctor> after(String id, int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM doctor WHERE id > :id ORDER BY id LIMIT :limit")
                .param("id", id)
                .param("limit", limit)
                .query(DOCTOR)
                .list();
    }

    private Optional<Doctor> imported(String name) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM doctor WHERE import_name = :name")
                .param("name", name.toLowerCase(Locale.ROOT))
                .query(DOCTOR)
                .optional();
    }

    private Doctor withSpecialties(Optional<Doctor> known, String name, Set<String> specialties) {
        Doctor doctor = known.orElseGet(() -> add(name, specialties));
        return doctor.specialties().containsAll(specialties) ? doctor : extend(doctor, specialties);
    }

    private Doctor add(String name, Set<String> specialties) {
        String slug = Objects.requireNonNullElse(Slug.of(name), "doctor");
        for (int suffix = 1; ; suffix++) {
            Optional<Doctor> added = insert(suffix == 1 ? slug : slug + "-" + suffix, name, specialties);
            Optional<Doctor> doctor = added.isPresent() ? added : imported(name);
            if (doctor.isPresent()) {
                added.ifPresent(this::announce);
                return doctor.get();
            }
        }
    }

    private Optional<Doctor> insert(String id, String name, Set<String> specialties) {
        return jdbc.sql("""
                        INSERT INTO doctor (id, name, import_name, specialties)
                        VALUES (:id, :name, :importName, :specialties) ON CONFLICT DO NOTHING
                        RETURNING\s""" + COLUMNS)
                .param("id", id)
                .param("name", name)
                .param("importName", name.toLowerCase(Locale.ROOT))
                .param("specialties", sorted(specialties))
                .query(DOCTOR)
                .optional();
    }

    private Doctor extend(Doctor doctor, Set<String> specialties) {
        Optional<Doctor> changed = jdbc.sql("""
                        UPDATE doctor SET version = version + 1, specialties = ARRAY(
                            SELECT DISTINCT one FROM unnest(specialties || CAST(:added AS text[])) AS one ORDER BY one)
                        WHERE id = :id AND NOT specialties @> CAST(:added AS text[])
                        RETURNING\s""" + COLUMNS)
                .param("id", doctor.id())
                .param("added", sorted(specialties))
                .query(DOCTOR)
                .optional();
        changed.ifPresent(this::announce);
        return changed.or(() -> find(doctor.id())).orElse(doctor);
    }

    private static String[] sorted(Set<String> specialties) {
        return specialties.stream().sorted().toArray(String[]::new);
    }

    private void announce(Doctor doctor) {
        events.publishEvent(new DoctorChanged(doctor, false));
    }
}
