#!/usr/bin/env bash
# Unpacks the two newest Pythons that Debian has into FOLDER/3.N, beside the system and without touching it: newest.sh FOLDER.
# Its own C library comes with it, since that of an older system is too old for it. Says what it has done; fails where there is none.
set -euo pipefail
mkdir -p "$1"
home=$(cd "$1" && pwd)

# A package manager of its own: the suite that comes next, an empty system to resolve for, and folders here.
apt=$home/apt
mkdir -p "$apt"/lists/partial "$apt"/archives/partial "$apt"/parts "$apt"/preferences
keys=/usr/share/keyrings/debian-archive-keyring.gpg
[ -r "$keys" ] && command -v apt-get dpkg-deb patchelf >/dev/null || { echo "no Debian here"; exit 1; }
site=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -n 1 || true)
echo "deb [signed-by=$keys] ${site:-http://deb.debian.org/debian} testing main" >"$apt/sources.list"
: >"$apt/status"
options=(
  -o "Dir::Etc::sourcelist=$apt/sources.list" -o "Dir::Etc::sourceparts=$apt/parts" -o "Dir::Etc::preferencesparts=$apt/preferences"
  -o "Dir::State::lists=$apt/lists" -o "Dir::State::status=$apt/status" -o "Dir::Cache=$apt" -o "Dir::Cache::archives=$apt/archives"
  -o "APT::Sandbox::User=" -o "Acquire::Languages=none" -o "Acquire::Retries=2" -o "Debug::NoLocking=1" -o "APT::Install-Recommends=false"
)
timeout 120 apt-get "${options[@]}" update -qq
newest=$(apt-cache "${options[@]}" pkgnames python3. | grep -xE 'python3\.[0-9]+' | sort -V | tail -n 2)
[ -n "$newest" ] || { echo "no python3.N in the suite"; exit 1; }

unpack() {
  local root=$2 libraries loader
  rm -rf "$root" "$apt"/archives/*.deb
  timeout 120 apt-get "${options[@]}" install --yes -qq --download-only "$1" "$1-venv" >/dev/null
  for package in "$apt"/archives/*.deb; do
    dpkg-deb --extract "$package" "$root"
  done
  rm -f "$apt"/archives/*.deb
  # The program starts under its own loader, and what it loads later is looked for where the program's libraries are.
  libraries=$(dirname "$(find "$root" -name libc.so.6 | head -n 1)")
  loader=$(find "$root" -name 'ld-linux*.so.*' -type f | head -n 1)
  patchelf --set-interpreter "$loader" --force-rpath --set-rpath "$libraries" "$root/usr/bin/$1"
  # The wheels of pip are here, too.
  grep -rlF "'/usr/share/python-wheels/'" --include='_sysconfigdata*.py' "$root/usr/lib" | xargs -r sed -i "s#'/usr/share/python-wheels/'#'$root/usr/share/python-wheels/'#"
  grep -rlF '"/usr/share/python-wheels/"' --include='_sysconfig_vars*.json' "$root/usr/lib" | xargs -r sed -i "s#\"/usr/share/python-wheels/\"#\"$root/usr/share/python-wheels/\"#"
  "$root/usr/bin/$1" -c 'import multiprocessing, subprocess, threading, concurrent.futures' && ln -s "$1" "$root/usr/bin/python3"
}
unpacked=0
for name in $newest; do
  root=$home/${name#python}
  # What tools need may be there for the newest but one only.
  [ -x "$root/usr/bin/python3" ] || unpack "$name" "$root" || { echo "$name does not start here"; rm -rf "$root"; continue; }
  "$root/usr/bin/python3" --version
  unpacked=1
done
[ "$unpacked" = 1 ]
