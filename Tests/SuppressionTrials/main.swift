// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0
//
// SuppressionTrials [COMMITTEES] [FIRST]
//
// An attack on what committees published in five years, the loss beside the least possible on small
// tables, and the time for a large set. It fails when a hidden number is found or a goal is missed.

import CommitteeKit
import Foundation
import SuppressionAttack

let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let (count, first) = (numbers.first ?? 500, numbers.dropFirst().first ?? 1)

var trial = CommitteeTrial()
for seed in first..<first + count { try trial.run(seed) }
print(
    "\(count) committees: \(trial.published) editions published, \(trial.refused) refused; "
        + "\(trial.hidden) numbers hidden, \(trial.finds.count) found"
)
for find in trial.finds.prefix(10) { print("  found: \(find)") }
for refusal in trial.refusals.prefix(3) { print("  refused: \(refusal)") }

let editions = try await EditionTrial.running(first..<first + count, years: 5)
print(
    "\(count) committees in the record: \(editions.published) publications, \(editions.refused) refused; "
        + "\(editions.hidden) numbers hidden, \(editions.finds.count) found in exports and reports"
)
for find in editions.finds.prefix(10) { print("  found: \(find)") }
for refusal in editions.refusals.prefix(3) { print("  refused: \(refusal)") }

var (found, least, worst, refused) = (0, 0, 1.0, 0)
for seed in first..<first + count {
    guard let losses = try SmallTable(seed: seed).losses(by: .underFive) else {
        refused += 1
        continue
    }
    found += losses.found
    least += losses.least
    worst = max(worst, Double(losses.found) / Double(max(1, losses.least)))
}
print(
    "\(count) small tables: \(found) further cells hidden, \(least) at the least; at worst "
        + "\(worst) times the least; \(refused) refused"
)

let (large, tables) = try LargeSet.measure()
let seconds = Double(large.components.attoseconds) / 1e18 + Double(large.components.seconds)
print(
    "60 months, 40 indicators, 6 areas: \(seconds) s, \(tables?.hidden.count ?? 0) numbers hidden"
)

let all = trial.published + trial.refused
guard trial.finds.isEmpty, editions.finds.isEmpty, worst <= 1.3, trial.refused * 20 <= all,
    tables != nil, seconds < 2
else {
    print("A goal is missed.")
    exit(1)
}
