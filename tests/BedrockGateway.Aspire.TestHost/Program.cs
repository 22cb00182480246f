// An AppHost for tests, to be stopped or killed from outside: a program, and a project that waits for it.
var builder = DistributedApplication.CreateBuilder(
    new DistributedApplicationOptions { Args = args, DisableDashboard = true });
var program = builder.AddExecutable(
    "program", "sh", ".", "-c", "echo pid $$; trap 'echo bye; exit' TERM; while :; do sleep 0.1; done");
builder.AddAWSLambdaFunction<Projects.BedrockGateway_Aspire_TestApp>("project", "handler").WaitFor(program);
builder.Build().Run();
