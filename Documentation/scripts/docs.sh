#!/usr/bin/env bash
# Part of CommitteeKit. See LICENSE.
# SPDX-License-Identifier: Apache-2.0
#
# Builds the reference of each documented library; a warning is an error.
set -euo pipefail
cd "$(git rev-parse --show-toplevel)"

mkdir -p .build/documentation
for target in CommitteeText CommitteeKit CommitteeScripting CommitteeStorage CommitteeOffice CommitteeTestKit; do
    echo "Building the documentation of $target …"
    swift package --allow-writing-to-directory .build/documentation \
        generate-documentation --target "$target" --warnings-as-errors \
        --output-path ".build/documentation/$target"
done
