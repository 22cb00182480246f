using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Triggers;
using BedrockGateway.LocalAws.Lambda.Functions;

namespace BedrockGateway.LocalAws.Pages.Samples;

/// <summary>What Cognito asks a <c>PreSignUp</c> function.</summary>
internal sealed class PreSignUpSamples(UserPoolStore pools, LocalAwsOptions options)
{
    private const string Address = "ada@example.com";

    public IEnumerable<SampleEvent> Of(string function)
    {
        var asking = pools.Pools
            .Where(pool => pool.Settings.LambdaConfig?.PreSignUp is { } trigger
                && FunctionReference.Parse(trigger).Name == function)
            .ToList();
        foreach (var pool in asking)
        {
            var client = pool.Clients.Values.Select(each => each.Id).Order(StringComparer.Ordinal).FirstOrDefault();
            var question = new PreSignUpQuestion(
                pool,
                client ?? "CLIENT_ID",
                Address,
                UserAttributes.Empty.With("email", Address).With("name", "Ada Lovelace"),
                ValidationData: null,
                ClientMetadata: null);
            var name = asking.Count == 1 ? PreSignUpEvent.Source : $"{PreSignUpEvent.Source} of {pool.Name}";
            yield return new(name, null, PreSignUpEvent.Of(question, options.Region));
        }
    }
}
