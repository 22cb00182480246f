using Amazon.CloudFormation.Model;

namespace BedrockGateway.AppHost;

/// <summary>What is printed once everything answers: addresses, outputs, and the lines to try.</summary>
internal static class WelcomeText
{
    public static string Of(LocalAws.LocalAws aws, IReadOnlyCollection<Output> outputs)
    {
        var gateway = $"http://localhost:{aws.Gateway.Port}/{ValueOf(outputs, "StageName")}";
        var endpoint = aws.Endpoint.ToString().TrimEnd('/');
        var width = outputs.Max(output => output.OutputKey.Length);
        var table = string.Join(
            '\n', outputs.OrderBy(output => output.OutputKey, StringComparer.Ordinal)
                .Select(output => $"  {output.OutputKey.PadRight(width)}  {output.OutputValue}"));
        return $$$"""

            BedrockGateway is up. Ctrl-C stops it.

              Gateway       {{{gateway}}}/
              AWS endpoint  {{{endpoint}}}   (AWS_ENDPOINT_URL for any AWS SDK or CLI)

            Outputs of the stack (RestAPIEndpoint is where AWS would serve it; here it is the gateway above):

            {{{table}}}

            Try it:

              GATEWAY={{{gateway}}}
              KEY=$(curl -s $GATEWAY/register -d '{"email":"ada@example.com","password":"Passw0rd!","fullname":"Ada Lovelace"}' \
                | node -p 'JSON.parse(require("fs").readFileSync(0)).data["API Key"]')
              TOKEN=$(curl -s $GATEWAY/login -d '{"email":"ada@example.com","password":"Passw0rd!"}' \
                | node -p 'JSON.parse(require("fs").readFileSync(0)).IdToken')
              curl $GATEWAY/bedrock -H "Authorization: $TOKEN" -H "x-api-key: $KEY"
              curl $GATEWAY/bedrock -H "Authorization: $TOKEN" -H "x-api-key: $KEY" \
                -d '{"modelId":"amazon.titan-text-express-v1","inferenceParameters":{"inputText":"Hello"}}'

            """;
    }

    private static string ValueOf(IEnumerable<Output> outputs, string key) =>
        outputs.First(output => output.OutputKey == key).OutputValue;
}
