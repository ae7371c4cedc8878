/* SPDX-License-Identifier: Apache-2.0
 * embedded.S - puts the file COPYDESK_MODEL_FILE into read-only data.
 *
 * Idea: the assembler copies the file; no C++ array of millions of numbers
 * has to be compiled. ELF, Mach-O, COFF and WebAssembly differ only in how a
 * read-only section and a hidden symbol are spelled.
 */
#if defined(__wasm__)
#define NAME(x) x
#define HIDDEN .hidden
    .section .rodata.copydesk_embedded_model, "", @
    .type copydesk_embedded_model, @object
    .type copydesk_embedded_model_end, @object
#elif defined(__APPLE__)
#define NAME(x) _##x
#define HIDDEN .private_extern
    .const_data
#else
#if defined(__USER_LABEL_PREFIX__)
#define JOIN_(a, b) a##b
#define JOIN(a, b) JOIN_(a, b)
#define NAME(x) JOIN(__USER_LABEL_PREFIX__, x)
#else
#define NAME(x) x
#endif
#if defined(_WIN32)
    .section .rdata, "dr"
#else
#define HIDDEN .hidden
    .section .rodata, "a"
#endif
#endif

    .balign 64
    .globl NAME(copydesk_embedded_model)
    .globl NAME(copydesk_embedded_model_end)
#if defined(HIDDEN)
    HIDDEN NAME(copydesk_embedded_model)
    HIDDEN NAME(copydesk_embedded_model_end)
#endif
NAME(copydesk_embedded_model):
    .incbin COPYDESK_MODEL_FILE
#if defined(__wasm__)
    .size copydesk_embedded_model, .-copydesk_embedded_model
#endif
NAME(copydesk_embedded_model_end):
    .byte 0
#if defined(__wasm__)
    .size copydesk_embedded_model_end, 1
#endif

#if defined(__ELF__)
    .section .note.GNU-stack, "", %progbits
#endif
