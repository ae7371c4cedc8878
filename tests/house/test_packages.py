#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The vcpkg port and the Conan recipe say what CMake says.

    test_packages.py TOP

Neither tool is run: the manifest and the portfile are held against the forms
that vcpkg's documentation gives, the recipe is run on stand-ins for Conan's
classes, and every option, library and version against CMake's own.
"""
import json
import pathlib
import re
import sys
import tempfile
import types
import unittest

TOP = pathlib.Path(sys.argv[1])
sys.dont_write_bytecode = True

# Functions of vcpkg's own scripts and its two helper ports.
VCPKG = {
    'vcpkg_check_features': None, 'vcpkg_copy_pdbs': None,
    'vcpkg_copy_tools': None, 'vcpkg_install_copyright': None,
    'vcpkg_fixup_pkgconfig': None,
    'vcpkg_cmake_configure': 'vcpkg-cmake',
    'vcpkg_cmake_install': 'vcpkg-cmake',
    'vcpkg_cmake_config_fixup': 'vcpkg-cmake-config',
}
NAME = re.compile(r'[a-z0-9]+(-[a-z0-9]+)*')


def cmake():
    return '\n'.join(p.read_text() for p in [
        TOP / 'CMakeLists.txt', *sorted((TOP / 'src/cmake').glob('*.cmake')),
        TOP / 'src/CMakeLists.txt', TOP / 'capi/CMakeLists.txt'])


def version():
    return re.search(r'project\(copydesk\s+VERSION (\S+)', cmake()).group(1)


def options():
    return set(re.findall(r'\boption\((COPYDESK_\w+)', cmake()))


class Vcpkg(unittest.TestCase):
    port = TOP / 'src/cmake/vcpkg'
    manifest = json.loads((port / 'vcpkg.json').read_text())
    recipe = re.sub(r'#.*', '', (port / 'portfile.cmake').read_text())

    def dependencies(self, listed):
        for d in listed:
            if isinstance(d, str):
                d = {'name': d}
            self.assertLessEqual(set(d), {'name', 'host', 'default-features',
                                          'features', 'platform', 'version>='})
            self.assertRegex(d['name'], r'^%s$' % NAME.pattern)
            yield d

    def test_the_manifest_has_the_form_of_a_manifest(self):
        m = self.manifest
        self.assertLessEqual(
            set(m), {'name', 'version-semver', 'port-version', 'description',
                     'homepage', 'license', 'supports', 'dependencies',
                     'default-features', 'features'})
        self.assertRegex(m['name'], r'^%s$' % NAME.pattern)
        self.assertEqual(m['version-semver'], version())
        self.assertEqual(m['license'], 'Apache-2.0')
        self.assertTrue(list(self.dependencies(m['dependencies'])))
        for name, feature in m['features'].items():
            self.assertRegex(name, r'^%s$' % NAME.pattern)
            self.assertLessEqual(set(feature),
                                 {'description', 'dependencies', 'supports'})
            self.assertTrue(feature['description'])
            list(self.dependencies(feature.get('dependencies', [])))
        self.assertLessEqual(set(m['default-features']), set(m['features']))

    def test_the_portfile_calls_what_vcpkg_has(self):
        helpers = {d['name'] for d in self.dependencies(
            self.manifest['dependencies']) if d.get('host')}
        called = set(re.findall(r'^\s*(vcpkg_\w+)\(', self.recipe, re.M))
        self.assertLessEqual(called, set(VCPKG))
        self.assertEqual({VCPKG[c] for c in called} - {None}, helpers)
        for needed in ('vcpkg_cmake_configure', 'vcpkg_cmake_install',
                       'vcpkg_cmake_config_fixup', 'vcpkg_install_copyright'):
            self.assertIn(needed, called)
        self.assertEqual(self.recipe.count('('), self.recipe.count(')'))

    def test_its_options_are_options_of_the_build(self):
        used = set(re.findall(r'-D(COPYDESK_\w+)=', self.recipe))
        features = re.search(r'FEATURES\s+(.*?)\)', self.recipe,
                             re.S).group(1).split()
        pairs = dict(zip(features[::2], features[1::2]))
        self.assertEqual(set(pairs), set(self.manifest['features']))
        self.assertLessEqual(used | set(pairs.values()), options())
        for name in ('LICENSE', 'NOTICE'):
            self.assertIn('${SOURCE_PATH}/' + name, self.recipe)
            self.assertTrue((TOP / name).is_file())


class Component:
    def __init__(self):
        self.requires, self.properties = [], {}

    def set_property(self, name, value):
        self.properties[name] = value


class Components(dict):
    def __missing__(self, name):
        self[name] = Component()
        return self[name]


def conan_stand_ins(seen):
    def module(name, **members):
        m = types.ModuleType(name)
        m.__dict__.update(members)
        sys.modules[name] = m

    class Toolchain:
        def __init__(self, recipe):
            self.cache_variables = {}

        def generate(self):
            seen['variables'] = self.cache_variables

    class Other:
        def __init__(self, recipe):
            pass

        def __getattr__(self, name):
            return lambda *a, **k: seen.setdefault('calls', []).append(name)

    def copy(recipe, pattern, src, dst, **more):
        found = [p for p in pathlib.Path(src).glob(pattern)]
        seen.setdefault('copied', {})[pattern] = len(found)

    module('conan', ConanFile=object)
    module('conan.errors', ConanInvalidConfiguration=ValueError)
    module('conan.tools')
    module('conan.tools.build',
           check_min_cppstd=lambda r, n: seen.update(standard=n))
    module('conan.tools.cmake', CMake=Other, CMakeDeps=Other,
           CMakeToolchain=Toolchain,
           cmake_layout=lambda r: seen.update(layout=True))
    module('conan.tools.files', copy=copy,
           rmdir=lambda r, path: seen.setdefault('removed', []).append(
               pathlib.Path(path).name))


class Conan(unittest.TestCase):
    def recipe(self, shared, icu, compiler='gcc'):
        seen = {}
        conan_stand_ins(seen)
        path = TOP / 'src/cmake/conan/conanfile.py'
        space = {'__name__': 'conanfile', '__file__': str(path)}
        exec(compile(path.read_text(), str(path), 'exec'), space)
        made = space['CopydeskConan']()
        seen['requires'] = []
        made.recipe_folder = str(path.parent)
        made.export_sources_folder = made.source_folder = str(TOP)
        made.package_folder = tempfile.gettempdir()
        made.requires = seen['requires'].append
        made.options = types.SimpleNamespace(shared=shared, with_icu=icu)
        made.settings = types.SimpleNamespace(os='Linux', compiler=compiler)
        made.cpp_info = Component()
        made.cpp_info.components = Components()
        for step in ('export_sources', 'requirements', 'validate', 'layout',
                     'generate', 'build', 'package', 'package_info'):
            getattr(made, step)()
        return made, seen

    def test_the_recipe_runs_and_says_what_cmake_says(self):
        targets = cmake()
        for shared in (False, True):
            for icu in (False, True):
                with self.subTest(shared=shared, icu=icu):
                    made, seen = self.recipe(shared, icu)
                    self.assertEqual(made.version, version())
                    self.assertEqual(seen['removed'], ['cmake', 'pkgconfig'])
                    self.assertEqual(seen['standard'], 17)
                    self.assertTrue(all(seen['copied'].values()), seen)
                    self.assertLessEqual(set(seen['variables']), options())
                    self.assertEqual(seen['variables']['COPYDESK_ICU'], icu)
                    self.assertEqual(seen['variables']['COPYDESK_SHARED'],
                                     shared)
                    names = [r.split('/')[0] for r in seen['requires']]
                    self.assertEqual(names,
                                     ['utf8proc'] + (['icu'] if icu else []))
                    parts = made.cpp_info.components
                    for part in parts.values():
                        name = part.properties['cmake_target_name']
                        self.assertEqual(name.split('::')[0], 'copydesk')
                        self.assertIn(name, targets)
                        for need in part.requires:
                            self.assertIn(need.split('::')[0],
                                          names + list(parts))

    def test_what_cannot_be_built_is_refused(self):
        with self.assertRaises(ValueError):
            self.recipe(False, False, 'msvc')
        self.assertEqual(Vcpkg.manifest['supports'], '!windows | mingw')


if __name__ == '__main__':
    unittest.main(argv=[sys.argv[0]])
