// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if SQLite
import CommitteeKit
import GRDB

/// The tables of a store, and how an older store becomes a present one.
enum StoreSchema {
    /// Marks a SQLite file as ours: the letters “CmKt”.
    static let applicationID: Int = 0x436D_4B74

    /// The version that this code reads and writes.
    static var version: Int { steps.count }

    /// Brings a store from one version to the next; the first step makes the tables.
    ///
    /// A step that was published never changes. Texts that may have to be erased, and whatever may
    /// hold a NUL, are blobs; entries never change; each committee has a number of its own.
    static let steps: [String] = [
        """
        CREATE TABLE committee (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            name TEXT NOT NULL,
            digest TEXT NOT NULL
        ) STRICT;

        CREATE TABLE entry (
            committee INTEGER NOT NULL REFERENCES committee (number),
            sequence INTEGER NOT NULL CHECK (sequence > 0),
            id TEXT NOT NULL UNIQUE,
            subject_kind TEXT NOT NULL,
            subject_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            version INTEGER NOT NULL,
            payload TEXT NOT NULL,
            effective TEXT NOT NULL,
            effective_is_bound INTEGER NOT NULL,
            author TEXT NOT NULL,
            recorded INTEGER NOT NULL,
            idempotency_key TEXT,
            previous_hash BLOB NOT NULL,
            hash BLOB NOT NULL,
            PRIMARY KEY (committee, sequence)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE entry_text (
            committee INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            name TEXT NOT NULL,
            digest BLOB NOT NULL,
            salt BLOB,
            text BLOB,
            erased_in INTEGER,
            erased_at INTEGER,
            erased_by TEXT,
            erased_because BLOB,
            PRIMARY KEY (committee, sequence, name),
            FOREIGN KEY (committee, sequence) REFERENCES entry (committee, sequence),
            CHECK ((text IS NULL) = (salt IS NULL)),
            CHECK ((text IS NULL) = (erased_in IS NOT NULL))
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE external_id (
            committee INTEGER NOT NULL REFERENCES committee (number),
            source TEXT NOT NULL,
            id TEXT NOT NULL,
            subject_kind TEXT NOT NULL,
            subject_id TEXT NOT NULL,
            PRIMARY KEY (committee, source, id)
        ) STRICT, WITHOUT ROWID;

        CREATE INDEX external_id_by_subject
            ON external_id (committee, subject_kind, subject_id);

        CREATE TABLE idempotency_key (
            committee INTEGER NOT NULL REFERENCES committee (number),
            key TEXT NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL,
            PRIMARY KEY (committee, key)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER entry_is_not_changed BEFORE UPDATE ON entry
        BEGIN SELECT RAISE(ABORT, 'An entry never changes.'); END;

        CREATE TRIGGER entry_is_not_deleted BEFORE DELETE ON entry
        BEGIN SELECT RAISE(ABORT, 'An entry is never deleted.'); END;
        """,
        """
        CREATE TABLE head (
            committee INTEGER PRIMARY KEY REFERENCES committee (number),
            sequence INTEGER NOT NULL,
            hash BLOB NOT NULL,
            seal BLOB NOT NULL
        ) STRICT;

        CREATE TRIGGER entry_moves_head AFTER INSERT ON entry
        BEGIN
            INSERT INTO head (committee, sequence, hash, seal)
            VALUES (NEW.committee, NEW.sequence, NEW.hash, x'')
            ON CONFLICT (committee) DO UPDATE SET sequence = NEW.sequence, hash = NEW.hash;
        END;
        """,
    ]

    /// The first version that keeps where each journal ends, and seals what its committee is called.
    ///
    /// The trigger keeps the end, so that a program which opened the store before keeps it too.
    static let versionOfHeads = 2

    /// Makes the tables that are missing, within the caller's transaction.
    static func bringUpToDate(
        _ database: Database,
        from version: Int,
        _ context: JournalContext
    ) throws {
        for step in steps.dropFirst(version) { try database.execute(sql: step) }
        if version < versionOfHeads { try database.makeHeads(context) }
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(self.version)")
    }
}
#endif
