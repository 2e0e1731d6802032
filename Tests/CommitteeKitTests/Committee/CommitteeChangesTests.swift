// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CommitteeKit

@Suite("What has changed in the committee, in words")
struct CommitteeChangesTests {
    private static let profile = CommitteeProfile(
        body: Body(id: "ppc", name: "Moor PPC", kind: .committee),
        roles: [Role(id: "chair", title: "Chair"), Role(id: "officer", title: "Lead Officer")],
        members: [Member(bodyID: "ppc", roleID: "chair")],
        functions: [Function(id: "lead", title: "Leadership")],
        workingGroups: [WorkingGroup(id: "audit", name: "Audit", leadRoleID: "officer")]
    )

    private func sentences(_ change: (inout CommitteeProfile) -> Void) -> [String] {
        var (earlier, later) = (CommitteeState(), CommitteeState())
        var profile = Self.profile
        earlier.profile = profile.json
        change(&profile)
        later.profile = profile.json
        return CommitteeState.table.sentences(from: earlier, to: later, of: "The committee")
            .map(\.sentence)
    }

    @Test func aProfileThatStaysIsNoNews() { #expect(sentences { _ in } == []) }

    @Test func theFirstProfileIsSaidToBeSet() {
        var later = CommitteeState()
        later.profile = Self.profile.json
        let said = CommitteeState.table.sentences(
            from: CommitteeState(),
            to: later,
            of: "The committee"
        )
        #expect(said.map(\.sentence) == ["The profile of the committee was set."])
    }

    @Test func membersComeAndGo() {
        let said = sentences {
            $0.members = [Member(bodyID: "ppc", roleID: "officer", isVoting: false)]
            $0.workingGroups[0].members = [Member(bodyID: "audit", roleID: "chair")]
        }
        #expect(
            said == [
                "Lead Officer is now a member of “Moor PPC”.",
                "Chair is no longer a member of “Moor PPC”.", "Chair is now a member of “Audit”.",
            ]
        )
        #expect(
            sentences { $0.members[0].isVoting = false }
                == ["Chair is a member of “Moor PPC” on other terms."]
        )
    }

    @Test func groupsAndRolesAreToldByName() {
        let said = sentences {
            $0.body.name = "Moor Public Protection"
            $0.roles[0].holderID = "a.b"
            $0.roles[1].title = "Manager"
            $0.workingGroups[0].leadRoleID = "chair"
            $0.workingGroups.append(WorkingGroup(id: "new", name: "Training"))
        }
        #expect(
            said == [
                "“Moor PPC” is now called “Moor Public Protection”.",
                "The role “Chair” is now held by a.b.",
                "The role “Manager” was called “Lead Officer” before.",
                "The group “Audit” is now led by Chair; before by Manager.",
                "The group “Training” is new.",
            ]
        )
        #expect(sentences { $0.workingGroups = [] } == ["The group “Audit” is no more."])
    }

    @Test func whatHasNoWordsOfItsOwnIsToldAsAPart() {
        #expect(
            sentences {
                $0.meetingRule = MeetingRule(words: "Four times a year")
                $0.workingGroups[0].remit = Remit(purpose: "To audit")
            } == [
                "The group “Audit” has another remit or life.",
                "The rule of meetings of “Moor PPC” changed.",
            ]
        )
        #expect(
            sentences { $0.functions[0].words = "To lead" }
                == ["Details in the profile of “Moor PPC” changed."]
        )
    }
}
