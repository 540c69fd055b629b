CREATE TABLE doctor (
    id text PRIMARY KEY,
    name text NOT NULL,
    -- the name, in lower case, by which imported answers find their doctor
    import_name text UNIQUE,
    specialties text[] NOT NULL,
    version bigint NOT NULL DEFAULT 1
);

CREATE TABLE topic (
    id text PRIMARY KEY,
    name text NOT NULL,
    synonyms text[] NOT NULL
);

CREATE TABLE question (
    id uuid PRIMARY KEY,
    version bigint NOT NULL,
    state text NOT NULL CHECK (state IN ('submitted', 'published', 'answered', 'rejected', 'withdrawn')),
    title text NOT NULL,
    text text NOT NULL,
    asker_handle text,
    asker_age_band text,
    asker_sex text,
    subject text NOT NULL,
    patient_age_band text,
    patient_sex text,
    addressed_to text REFERENCES doctor,
    specialty text,
    -- names: a topic comes to be when a question with it is published
    topics text[] NOT NULL,
    asked_on date,
    source_name text,
    source_url text,
    source_licence text,
    external_id text,
    more_info_text text,
    more_info_origin text,
    more_info_model text,
    more_info_reviewed_by text REFERENCES doctor,
    redacted boolean NOT NULL,
    reason text,
    created_at timestamptz NOT NULL,
    published_at timestamptz,
    updated_at timestamptz NOT NULL,
    import_key text,
    import_hash bytea
);
CREATE UNIQUE INDEX question_imported ON question (coalesce(source_name, ''), import_key) WHERE import_key IS NOT NULL;
CREATE INDEX question_awaiting_moderation ON question (id) WHERE state = 'submitted';

-- the only place that knows which account asked; nothing public is ever joined with it
CREATE TABLE question_asker (
    question_id uuid PRIMARY KEY REFERENCES question ON DELETE CASCADE,
    account text NOT NULL
);
CREATE INDEX question_asker_account ON question_asker (account, question_id);

CREATE TABLE moderation_decision (
    question_id uuid NOT NULL REFERENCES question ON DELETE CASCADE,
    version bigint NOT NULL,
    action text NOT NULL,
    reason text,
    moderator text NOT NULL,
    decided_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (question_id, version)
);

CREATE TABLE answer (
    id uuid PRIMARY KEY,
    question_id uuid NOT NULL REFERENCES question ON DELETE CASCADE,
    doctor_id text NOT NULL REFERENCES doctor,
    specialty text,
    text text NOT NULL,
    replied_on date,
    revision integer NOT NULL,
    imported boolean NOT NULL
);
CREATE INDEX answer_question ON answer (question_id, id);
CREATE INDEX answer_doctor ON answer (doctor_id);

CREATE TABLE answer_revision (
    answer_id uuid NOT NULL REFERENCES answer ON DELETE CASCADE,
    revision integer NOT NULL,
    text text NOT NULL,
    replaced_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (answer_id, revision)
);

-- what the public reads: body and summary are the exact bytes served, null once withdrawn
CREATE TABLE published_question (
    question_id uuid PRIMARY KEY REFERENCES question ON DELETE CASCADE,
    version bigint NOT NULL,
    state text NOT NULL CHECK (state IN ('published', 'answered', 'withdrawn')),
    body bytea,
    summary bytea,
    specialty text,
    topics text[] NOT NULL,
    doctors text[] NOT NULL,
    listed_on date NOT NULL
);
CREATE INDEX published_question_listed ON published_question (listed_on, question_id) WHERE state <> 'withdrawn';
CREATE INDEX published_question_specialty ON published_question (specialty, listed_on, question_id);
CREATE INDEX published_question_topics ON published_question USING gin (topics) WITH (fastupdate = off);
CREATE INDEX published_question_doctors ON published_question USING gin (doctors) WITH (fastupdate = off);

-- questions to render again because something they mention changed
CREATE TABLE question_refresh (
    question_id uuid PRIMARY KEY,
    queued_at timestamptz NOT NULL DEFAULT now()
);
