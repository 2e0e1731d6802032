// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

#if Tool
import ArgumentParser
import CommitteeKit
import CommitteeStorage

/// `committee journal keygen`: a pair of keys for signing heads.
struct JournalKeygenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keygen",
        abstract: "Make a pair of keys with which heads of journals are signed.",
        discussion: """
            Two files are made, NAME.secret-key and NAME.public-key (Ed25519). Keep the secret key where \
            nobody who can write to the store can read it, and give the public key to whoever verifies.

              committee journal keygen council
            """
    )

    @Argument(help: "The beginning of the names of both files.")
    var name: String

    func run() throws {
        let (secret, shared) = ("\(name).secret-key", "\(name).public-key")
        for path in [secret, shared] where RealPath.of(path) != nil {
            throw Complaint("There is something at \(path) already. Choose another name.")
        }
        let key = SigningKey.generate()
        let first = try WrittenFile(Array(key.text.utf8), for: secret, readBy: .restricted)
        do {
            let second = try WrittenFile(
                Array(key.publicKey.text.utf8),
                for: shared,
                readBy: .public
            )
            try first.keep()
            do {
                try second.keep()
            } catch {
                // A secret key without its public one is of no use.
                Folder.removeFile(secret)
                throw error
            }
        } catch {
            first.discard()
            throw error
        }
        try Output.write("Made \(secret), to be kept secret, and \(shared).\n")
    }
}

/// `committee journal sign`: where the journal ends, signed.
struct JournalSignCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Write where the journal ends, signed with a secret key.",
        discussion: """
            The store is verified first; what is not as it was recorded is not signed. Keep the head away \
            from the store.

              committee journal sign council.sqlite --key council.secret-key -o head.json
            """
    )

    @OptionGroup var at: StoreOptions

    @Option(help: ArgumentHelp("The file of the secret key.", valueName: "file"))
    var key: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file to write; the standard output without it.", valueName: "file")
    )
    var output: String?

    func run() async throws {
        let file = try InputFile(key, "secret key")
        guard let key = SigningKey(text: String(decoding: file.bytes, as: UTF8.self)) else {
            throw Complaint(
                "\(key) is not a secret key of “committee journal keygen”. Name the file that ends in "
                    + ".secret-key."
            )
        }
        let (store, committee, found) = try await at.openVerified()
        try StoreCheck.complain(of: found.problems)
        let signed = SignedHead(try await store.head(of: committee), signedWith: key)
        let bytes = Array(signed.json.indentedText.utf8)
        guard let output else { return try Output.write(bytes) }
        try WrittenFile(bytes, for: output, readBy: .restricted).keep()
        try Output.write(
            "Signed \(PlanWords.count(signed.head.sequence, "entry", "entries")) in \(output).\n"
        )
    }
}

/// `committee journal verify`: the store against itself, and against a signed head.
struct JournalVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that the store is whole, and that the journal goes on from a signed head.",
        discussion: """
              committee journal verify council.sqlite
              committee journal verify council.sqlite --head head.json \\
                --key council.public-key
            """
    )

    @OptionGroup var at: StoreOptions

    @Option(help: ArgumentHelp("A head that “committee journal sign” wrote.", valueName: "file"))
    var head: String?

    @Option(
        help: ArgumentHelp("The file of the public key, from elsewhere.", valueName: "file")
    )
    var key: String?

    @OptionGroup var output: JSONOptions

    func validate() throws {
        guard (head == nil) == (key == nil) else {
            throw ValidationError("--head and --key go together. Give both, or neither.")
        }
    }

    func run() async throws {
        try await StoreCheck(at: at, head: try signedHead(), isJSON: output.json).run()
    }

    private func signedHead() throws -> JournalHead? {
        guard let head, let key else { return nil }
        let keyFile = try InputFile(key, "public key")
        guard let known = PublicKey(text: String(decoding: keyFile.bytes, as: UTF8.self)) else {
            throw Complaint(
                "\(key) is not a public key of “committee journal keygen”. Name the file that ends in "
                    + ".public-key."
            )
        }
        let file = try InputFile(head, "signed head")
        let signed = try SignedHead(reading: file.bytes, source: file.name)
        guard signed.isSigned(by: known) else {
            throw Complaint(
                "\(head) was not signed with the key of \(key), or was changed since. Find the head that "
                    + "was signed with it, or the key with which this one was signed."
            )
        }
        return signed.head
    }
}

/// The verifying of a store, and its words.
struct StoreCheck {
    var at: StoreOptions
    var head: JournalHead?
    var isJSON: Bool

    init(at: StoreOptions, head: JournalHead? = nil, isJSON: Bool) {
        self.at = at
        self.head = head
        self.isJSON = isJSON
    }

    func run() async throws {
        let (store, committee, found) = try await at.openVerified()
        let present = found.heads.first { $0.committee == committee }
        var problems = found.problems
        if let head, let present {
            let entry = try? await store.page(of: committee, after: head.sequence - 1, limit: 1)
                .first
            problems += head.differences(from: present, at: entry)
        }
        if isJSON {
            try Output.write([
                "committee": .string(committee.rawValue),
                "entries": .integer(present?.sequence ?? 0),
                "lastHash": JSONValue(
                    present.flatMap { $0.hash.isEmpty ? nil : Hexadecimal.text($0.hash) }
                ),
                "signedEntries": head.map { .integer($0.sequence) } ?? .null,
                "problems": JSONValue(problems),
            ])
        } else if problems.isEmpty, let present {
            let hash =
                present.hash.isEmpty
                ? "" : " The last hash is \(Hexadecimal.text(present.hash))."
            let signed = head.map { " The first \($0.sequence) are those of the signed head." }
            try Output.write(
                "\(PlanWords.count(present.sequence, "entry is", "entries are")) as recorded.\(hash)"
                    + "\(signed ?? "")\n"
            )
        }
        try Self.complain(of: problems)
    }

    /// Complains when something is wrong.
    static func complain(of problems: [String]) throws {
        guard !problems.isEmpty else { return }
        throw Complaint(
            "The journal is not as it was recorded. Restore a copy of the store: move it away together with "
                + "the files beside it whose names end in -wal and -shm, and then put the copy in its place.",
            details: problems.map { "  \($0)" }
        )
    }
}

extension StoreOptions {
    /// Opens a store that may be damaged, verifies it, and finds the committee.
    func openVerified() async throws -> (SQLiteJournal, CommitteeID, StoreVerification) {
        let store = try Self.openStore(at: store)
        let found = try await store.verify()
        let all = found.heads.map(\.committee)
        if let committee {
            let id = CommitteeID(committee)
            guard all.contains(id) else { throw JournalRules.noSuchCommittee(id) }
            return (store, id, found)
        }
        guard all.count < 2 else {
            throw Complaint(
                "The store \(self.store) has several committees. Say which one with --committee ID.",
                details: all.map { "  \($0)" }
            )
        }
        guard let only = all.first else {
            try StoreCheck.complain(of: found.problems)
            throw Complaint("The store \(self.store) has no committee yet. Create one first.")
        }
        return (store, only, found)
    }
}
#endif
