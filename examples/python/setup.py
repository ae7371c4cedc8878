# SPDX-License-Identifier: Apache-2.0
"""Puts the library that COPYDESK_LIBRARY names into the wheel, and marks the
wheel as being for this machine (all the rest is in pyproject.toml)."""
import os
import pathlib
import shutil

from setuptools import Distribution, setup
from setuptools.command.build_py import build_py

LIBRARY = os.environ.get('COPYDESK_LIBRARY')


class Build(build_py):
    def run(self):
        super().run()
        if LIBRARY:
            into = pathlib.Path(self.build_lib) / 'copydesk'
            shutil.copyfile(LIBRARY, into / 'libcopydesk.so')


class Binary(Distribution):
    def has_ext_modules(self):
        return bool(LIBRARY)


try:
    from wheel.bdist_wheel import bdist_wheel

    class Wheel(bdist_wheel):
        def get_tag(self):  # no Python ABI is used
            _, _, platform = super().get_tag()
            return 'py3', 'none', platform if LIBRARY else 'any'
    COMMANDS = {'build_py': Build, 'bdist_wheel': Wheel}
except ImportError:
    COMMANDS = {'build_py': Build}

setup(distclass=Binary, cmdclass=COMMANDS)
