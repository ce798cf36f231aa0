Console.Error.WriteLine("installsim: no verb yet");
return 2;
