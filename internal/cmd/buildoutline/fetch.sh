#!/bin/sh
# Fetches what buildoutline reads into a folder, through the npm client.
set -eu
mkdir -p "$1"
cd "$1"
npm pack --silent world-atlas@2.0.2
tar xzf world-atlas-2.0.2.tgz --strip-components=1
