#!/usr/bin/env bash
# Attacks the public packs of random authorities: run.sh PROGRAM [AUTHORITIES] [SEED]. Needs Python; scipy is put into
# an environment of its own where it is missing.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
python=python3
if ! "$python" -c 'import scipy' 2>/dev/null; then
  environment=${QAREPORT_ATTACK_ENVIRONMENT:-$here/../../.build/attack-environment}
  [ -x "$environment/bin/python" ] || python3 -m venv "$environment"
  python=$environment/bin/python
  "$python" -c 'import scipy' 2>/dev/null || "$python" -m pip install --quiet 'scipy==1.17.1'
fi
exec "$python" "$here/attack.py" "$@"
