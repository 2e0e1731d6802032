// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

extension Committee {
    /// Adopts a pack by which the committee goes in its Learning Reviews from a day on.
    ///
    /// ```swift
    /// let pack = try library.contributions.learningReviewPack("scotland-guidance/learning-reviews-2024")
    /// try await committee.adoptLearningReviewGuidance(
    ///     LearningReviewAdoption(pack, group: "case-review"), by: "lead-officer")
    /// ```
    ///
    /// The words of a pack that a plugin of the library contributes are not looked through: whoever approved the
    /// plugin read them. Those of any other pack are.
    ///
    /// Reviews that were notified before go on by the pack of that time; time limits are those of its last
    /// adoption.
    ///
    /// - Parameters:
    ///   - adoption: The pack, who recommends by it, who sees to the rest, and limits of the committee's own.
    ///   - effective: The day from which it holds; the host's today when nil.
    ///   - by: Who records it.
    /// - Returns: The adoption as it stands then.
    /// - Throws: ``LibraryError`` when the pack cannot be adopted, or a group is not in the structure;
    ///   ``JournalError`` when the store cannot take it.
    @discardableResult
    public func adoptLearningReviewGuidance(
        _ adoption: LearningReviewAdoption,
        effective: CivilDate? = nil,
        by: String
    ) async throws -> LearningReviewAdoption {
        let isRead = library.plugins.contributions.learningReviewPacks.contains {
            $0.guidance == adoption.guidance
        }
        let committee = isRead ? withoutScreening : self
        let record = try await committee.recordOfReviews(effective: effective, by: by) {
            _,
            parties in
            var adoption = adoption
            adoption.group = try adoption.group.map(parties.identified)
            adoption.coordinator = try adoption.coordinator.map(parties.identified)
            return [
                Change(
                    .learningReviewGuidance(adoption.guidance.id),
                    .learningReviewGuidanceAdopted(adoption)
                )
            ]
        }
        return record[LearningReviewsState.self].guidanceInForce ?? adoption
    }

    /// Notifies the committee of a matter that may meet a criterion, without any text.
    ///
    /// - Parameters:
    ///   - notification: Who notifies, the criterion, and the days of the process.
    ///   - effective: The day of the notification; the host's today when nil.
    ///   - by: Who records it.
    ///   - randomBytes: Returns random bytes that nobody can guess, such as those of the journal's context; the
    ///     reference is drawn from them.
    /// - Returns: The review, under a reference that tells neither order nor number.
    /// - Throws: ``LibraryError`` when no pack was adopted, or the party or the criterion is unknown;
    ///   ``JournalError`` when the store cannot take it.
    @discardableResult
    public func notifyLearningReview(
        _ notification: LearningReviewNotification,
        effective: CivilDate? = nil,
        by: String,
        drawingFrom randomBytes: @Sendable (Int) -> [UInt8]
    ) async throws -> LearningReview {
        let known = Set(try await restrictedRecord(on: effective).learningReviews.map(\.id))
        var drawn = LearningReviewReference.drawn(from: randomBytes)
        for _ in 0..<100 where known.contains(drawn) {
            drawn = LearningReviewReference.drawn(from: randomBytes)
        }
        let reference = drawn
        let record = try await recordOfReviews(effective: effective, by: by) { _, parties in
            var notification = notification
            notification.by = try parties.identified(notification.by)
            return [Change(.learningReview(reference), .learningReviewNotified(notification))]
        }
        return try record.learningReview(reference)
    }

    /// Records a step of a Learning Review.
    ///
    /// ```swift
    /// try await committee.recordLearningReview(
    ///     reference, .learningReviewRecommended(LearningReviewJudgement(.proceed)), by: "lead-officer")
    /// ```
    ///
    /// Names of parties may be those of the structure; their identifiers are recorded.
    ///
    /// - Parameters:
    ///   - reference: The reference of the review.
    ///   - fact: The step, such as ``Change/Fact/learningReviewDecided(_:)``.
    ///   - effective: The day of the step; the host's today when nil.
    ///   - by: Who records it.
    /// - Returns: The review as it stands then.
    /// - Throws: ``LibraryError`` when there is no such review, or a rule refuses the step: the message names
    ///   the rule and its source. ``JournalError`` when the store cannot take it.
    @discardableResult
    public func recordLearningReview(
        _ reference: String,
        _ fact: Change.Fact,
        effective: CivilDate? = nil,
        by: String
    ) async throws -> LearningReview {
        let record = try await recordOfReviews(effective: effective, by: by) { record, parties in
            _ = try record.learningReview(reference)
            return [Change(.learningReview(reference), try fact.identifying(parties))]
        }
        return try record.learningReview(reference)
    }

    private func restrictedRecord(on day: CivilDate?) async throws -> Record {
        await Record.foldingInTurns(
            try await entries(),
            in: library.rooms,
            asOf: day ?? library.today()
        )
    }

    /// Records changes that are worked out of the record, anew when somebody recorded in between.
    private func recordOfReviews(
        effective: CivilDate?,
        by: String,
        _ changes: (Record, Parties) throws -> [Change]
    ) async throws -> Record {
        let day = effective ?? library.today()
        guard day <= library.today() else {
            throw LibraryError(
                .refused,
                "\(day.formatted("d MMMM yyyy")) is still to come, and what is recorded of a Learning Review has "
                    + "happened. Give the day on which it did."
            )
        }
        var entries: [Entry] = []
        let receipt = try await appendDecided(expecting: .untouched, idempotencyKey: nil) { seen in
            entries = seen
            let record = await Record.foldingInTurns(seen, in: library.rooms, asOf: day)
            let edition = Edition(
                of: record,
                committee: id.rawValue,
                name: name,
                asOf: day,
                audience: .restricted
            )
            let drafts = try changes(record, Parties(of: edition)).map {
                $0.draft(effective: day, by: by, reason: nil)
            }
            try screen(drafts)
            return Decision(drafts: drafts, looksAtEverything: false)
        }
        return await Record.foldingInTurns(
            entries + receipt.entries,
            in: library.rooms,
            asOf: day
        )
    }
}

extension Change.Fact {
    /// The fact with the identifiers of parties in the place of their names.
    fileprivate func identifying(_ parties: Parties) throws -> Change.Fact {
        if var said = value(as: LearningReviewRequest.self) {
            said.to = try said.to.map(parties.identified)
            return .learningReviewInformationAsked(said)
        }
        if var said = value(as: LearningReviewAnswer.self) {
            said.party = try parties.identified(said.party)
            return .learningReviewInformationAnswered(said)
        }
        if var said = value(as: LearningReviewSharing.self) {
            said.to = try said.to.map(parties.identified)
            return .learningReviewShared(said)
        }
        return self
    }
}

extension Parties {
    /// The identifier of the party that words mean.
    fileprivate func identified(_ words: String) throws(LibraryError) -> String {
        switch party(named: words) {
        case .found(let party): return party.subject.id
        case .several(let several):
            let list = several.map { "“\($0.name)”" }.joined(separator: " or ")
            throw LibraryError(.refused, "The name may mean \(list). Say which.")
        case .unknown(let closest):
            // What was typed is not said again: it may be somebody's name.
            throw LibraryError(
                .refused,
                "The structure has no agency, group or seat of the name that is given. "
                    + (closest.map { "Did you mean “\($0)”? " } ?? "")
                    + "Only these are recorded of a Learning Review: see committee structure."
            )
        }
    }
}

extension Record {
    /// The Learning Review of a reference.
    fileprivate func learningReview(_ reference: String) throws(LibraryError) -> LearningReview {
        if let found = learningReviews.first(where: { $0.id == reference }) { return found }
        throw LibraryError(
            .notFound,
            "There is no Learning Review of the reference that is given. List those that you may know of, and "
                + "copy the reference."
        )
    }
}
