from matricula_training.cli import main

main()
