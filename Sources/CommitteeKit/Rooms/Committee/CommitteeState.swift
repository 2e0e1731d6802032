// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

/// Who a committee is on a date: what its profile says, and what was recorded of each body, group and
/// seat since.
public struct CommitteeState: RoomState {
    /// The profile as it was last set whole.
    ///
    /// Of the bodies, groups and seats that it names it says everything that a profile can say; what only
    /// entries of their own say stays.
    public var profile: JSONValue? {
        didSet {
            base = Self.reading(profile)
            own.giveWay(to: base)
            gather()
        }
    }
    /// The committee as the profile and the entries of its parts make it; nil when nobody said anything.
    public private(set) var reading: CommitteeProfile?
    /// The profile as it reads, when it can be read.
    private(set) var base: CommitteeProfile?
    /// What entries of their own say.
    var own = OwnStructure() {
        didSet { gather() }
    }

    /// Creates the state of a committee of which nothing was said.
    public init() {}

    /// Creates the state that a fold gathered.
    init(profile: JSONValue?, base: CommitteeProfile?, own: OwnStructure) {
        self.profile = profile
        self.base = base
        self.own = own
        gather()
    }

    /// Returns the profile as it reads; nil when there is none, or it cannot be read.
    static func reading(_ profile: JSONValue?) -> CommitteeProfile? {
        profile.flatMap { try? CommitteeProfile(json: JSONNode($0, line: 1), source: "profile") }
    }

    private mutating func gather() {
        reading = own.isEmpty ? base : own.over(base)
    }

    /// Who owns, coordinates and oversees each plan, in the order in which it was said.
    public var planBodies: [PlanBodies] { own.plans }

    /// Leaves out plans of which the audience may not know, and who holds a seat unless it is the committee.
    ///
    /// Everything else of who sits on a committee is public.
    public mutating func cut(
        for audience: Audience,
        asking door: EditionDoor,
        noting omissions: inout Omissions
    ) {
        guard audience < .restricted, !own.isEmpty else { return }
        var kept = own
        kept.plans.removeAll { !door.may(audience, knowOf: .plan($0.planID)) }
        if audience < .committee {
            let held = kept.hideHolders()
            omissions.note(held, "holders of seats", one: "holder of a seat")
        }
        own = kept
    }

    /// Returns the card of a role, a body, a group or a seat.
    public func card(of subject: SubjectReference) -> SubjectCard? {
        let name: String? =
            switch subject.kind {
            case "role": reading?.roles.first { $0.id == subject.id }?.title
            case "body": reading?.body(id: subject.id)?.name
            case "group": reading?.group(id: subject.id)?.name
            case "seat":
                reading.flatMap { all in
                    all.seats.first { $0.id == subject.id }.map { all.name(of: $0.roleID) }
                }
            default: nil
            }
        return name.map { SubjectCard(subject, name: $0) }
    }

    /// Returns the profile, and what entries of their own say when there are any.
    public func exported(on day: CivilDate) -> JSONObject {
        var members: JSONObject = ["profile": profile ?? .null]
        if !own.isEmpty { members["structure"] = .object(own.json) }
        return members
    }

    /// Who the committee is, as scripts read it.
    public var tables: [RoomTable] { StructureTables.tables(of: self) }
}
