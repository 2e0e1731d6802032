// Part of CommitteeKit. See LICENSE.
// SPDX-License-Identifier: Apache-2.0

@main struct CommitteeTool { static func main() {} }
