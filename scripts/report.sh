#!/bin/sh
# Put a report into the open issue "Weekly look", or open one. Needs the gh command and GH_TOKEN.
set -eu
title="Weekly look"
number=$(gh issue list --state open --search "in:title \"$title\"" --json number --jq '.[0].number // empty')
if [ -n "$number" ]; then
    gh issue comment "$number" --body-file "$1"
else
    gh issue create --title "$title" --body-file "$1"
fi
