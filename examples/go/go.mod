module example.org/copydesk

go 1.19
