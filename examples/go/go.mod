// SPDX-License-Identifier: Apache-2.0
module example.org/copydesk

go 1.19
