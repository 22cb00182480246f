using System.Text.Json;
using System.Text.Json.Serialization;
using BedrockGateway.LocalAws.Pages.Api;
using BedrockGateway.LocalAws.Pages.Functions;
using BedrockGateway.LocalAws.Pages.Samples;
using BedrockGateway.LocalAws.Pages.Stacks;
using BedrockGateway.LocalAws.Pages.Users;

namespace BedrockGateway.LocalAws.Pages;

/// <summary>JSON of the page's own endpoints, which is not AWS's wire.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ApiOverviewView))]
[JsonSerializable(typeof(EmulatorView))]
[JsonSerializable(typeof(FunctionDetailView))]
[JsonSerializable(typeof(FunctionView[]))]
[JsonSerializable(typeof(InvocationDetailView))]
[JsonSerializable(typeof(PageFailure))]
[JsonSerializable(typeof(PoolView[]))]
[JsonSerializable(typeof(SampleView[]))]
[JsonSerializable(typeof(StackDetailView))]
[JsonSerializable(typeof(StackView[]))]
[JsonSerializable(typeof(StartedView))]
internal sealed partial class PagesJsonContext : JsonSerializerContext;
