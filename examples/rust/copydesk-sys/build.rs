// SPDX-License-Identifier: Apache-2.0
// Where libcopydesk is: COPYDESK_LIB_DIR, or what pkg-config says.
use std::env;
use std::process::Command;

fn main() {
    println!("cargo:rerun-if-env-changed=COPYDESK_LIB_DIR");
    if let Ok(dir) = env::var("COPYDESK_LIB_DIR") {
        println!("cargo:rustc-link-search=native={dir}");
    } else if let Ok(out) =
        Command::new("pkg-config").args(["--variable=libdir", "copydesk"]).output()
    {
        let dir = String::from_utf8_lossy(&out.stdout);
        if !dir.trim().is_empty() {
            println!("cargo:rustc-link-search=native={}", dir.trim());
        }
    }
    println!("cargo:rustc-link-lib=dylib=copydesk");
}
