import DealtrailCommands

DealtrailCommandLine.main()
