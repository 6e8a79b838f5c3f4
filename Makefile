# Short names for the commands that README.md explains; nothing here that they don't do.
.PHONY: help test smoke bench format

help:           ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST)

test:           ## all tests
	./mvnw -B -ntp verify

smoke:          ## the built program from the command to an answer over HTTP
	./smoke

bench:          ## speed of the engine and the service, into bench/results
	./matricula bench engine
	./matricula bench http
	./matricula bench start

format:         ## formats all Java
	./mvnw -q spotless:apply
