using Amazon.Lambda.Serialization.SystemTextJson;
using BedrockGateway.Bench.EmptyHost;

// What ASP.NET Core on Lambda costs before a product adds anything: one route that does nothing.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddAWSLambdaHosting(
    LambdaEventSource.RestApi, new SourceGeneratorLambdaJsonSerializer<EventJsonContext>());

await using var app = builder.Build();
app.MapPost("/bedrock", () => Results.Ok());
await app.RunAsync();
