using InstallSim.Cli;

// Work that waits for other work holds a thread of the pool; beyond the least number it adds one in half a second.
ThreadPool.GetMinThreads(out int workers, out int completions);
ThreadPool.SetMinThreads(Math.Max(workers, 4), completions);
return CommandLineProgram.Run(args, Console.Out, Console.Error);
