# SPDX-License-Identifier: Apache-2.0
"""conan create src/cmake/conan: builds the sources that it lies in."""
import os

from conan import ConanFile
from conan.errors import ConanInvalidConfiguration
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, rmdir

required_conan_version = '>=2.0'


class CopydeskConan(ConanFile):
    name = 'copydesk'
    version = '1.0.0'
    license = 'Apache-2.0'
    description = 'Quotations, speakers and entities of news text'
    topics = ('nlp', 'news', 'quotations', 'ner', 'unicode')
    package_type = 'library'
    settings = 'os', 'compiler', 'build_type', 'arch'
    options = {'shared': [True, False], 'fPIC': [True, False],
               'with_icu': [True, False]}
    default_options = {'shared': False, 'fPIC': True, 'with_icu': True}
    implements = ['auto_shared_fpic']

    def export_sources(self):
        top = os.path.join(self.recipe_folder, '..', '..', '..')
        for pattern in ('CMakeLists.txt', 'LICENSE', 'NOTICE', 'include/*',
                        'src/*', 'capi/*'):
            copy(self, pattern, top, self.export_sources_folder)

    def requirements(self):
        self.requires('utf8proc/[>=2.8 <3]')
        if self.options.with_icu:
            self.requires('icu/[>=70]')

    def validate(self):
        check_min_cppstd(self, 17)
        if self.settings.compiler == 'msvc':
            raise ConanInvalidConfiguration(
                'the model is put into the library by the GNU assembler')

    def layout(self):
        cmake_layout(self)

    def generate(self):
        CMakeDeps(self).generate()
        toolchain = CMakeToolchain(self)
        for name in ('CLI', 'TRAIN', 'TESTS', 'BENCH', 'EXAMPLES'):
            toolchain.cache_variables[f'COPYDESK_{name}'] = False
        toolchain.cache_variables['COPYDESK_SHARED'] = bool(
            self.options.shared)
        toolchain.cache_variables['COPYDESK_ICU'] = bool(self.options.with_icu)
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        for name in ('LICENSE', 'NOTICE'):
            copy(self, name, self.source_folder,
                 os.path.join(self.package_folder, 'licenses'))
        CMake(self).install()
        for name in ('cmake', 'pkgconfig'):  # CMakeDeps and its kin make them
            rmdir(self, os.path.join(self.package_folder, 'lib', name))

    def package_info(self):
        self.cpp_info.set_property('cmake_file_name', 'copydesk')
        core = self.cpp_info.components['cpp']
        core.libs = ['copydesk_cpp']
        core.set_property('cmake_target_name', 'copydesk::copydesk')
        core.requires = ['utf8proc::utf8proc']
        if self.options.with_icu:
            core.requires += ['icu::icu-uc', 'icu::icu-i18n']
        c = self.cpp_info.components['c']
        c.libs = ['copydesk']
        c.set_property('cmake_target_name', 'copydesk::c')
        c.set_property('pkg_config_name', 'copydesk')
        c.requires = ['cpp']
        if not self.options.shared:
            c.defines = ['COPYDESK_STATIC']
        if self.settings.os in ('Linux', 'FreeBSD'):
            c.system_libs = ['pthread']
