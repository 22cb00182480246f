// The least that a .NET proxy on Kestrel does: it passes every request on, and every reply back as it comes.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Services.AddHttpForwarder();

// A line a request is not what a bare forwarder is measured for.
builder.Logging.AddFilter("Yarp", LogLevel.Warning).AddFilter("Microsoft.AspNetCore", LogLevel.Warning);

await using var app = builder.Build();
app.MapForwarder("/{**path}", builder.Configuration["UPSTREAM_URL"] ?? string.Empty);
await app.RunAsync();
