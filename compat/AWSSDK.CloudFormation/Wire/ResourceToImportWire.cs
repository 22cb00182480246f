using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class ResourceToImportWire
{
    public static void Write(ResourceToImport value, QueryWriter query)
    {
        query.Text("LogicalResourceId", value.LogicalResourceId);
        query.TextMap("ResourceIdentifier", value.ResourceIdentifier);
        query.Text("ResourceType", value.ResourceType);
    }
}
