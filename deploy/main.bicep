// PracticeBot for one institution: the bot's registration, its identity, the program as a container app, and PostgreSQL.
//   az deployment group create -g GROUP -f deploy/main.bicep -p image=REGISTRY/practicebot:1 safetyResources='...'
// Not run against Azure by its authors: see docs/teams.md.

@description('Names begin with it: 4 to 20 small letters, figures and hyphens, a letter first.')
@minLength(4)
@maxLength(20)
param name string = 'practicebot'

param location string = resourceGroup().location

@description('The container image, built from deploy/Containerfile.')
param image string

@description('Name of the Azure container registry in this resource group that holds the image; empty where the image is public.')
param registry string = ''

@description('''
Where talks are kept. sqlite: in the container, on one replica, and gone with it: for a trial (a mounted Azure Files share is no way out:
SQLite's write-ahead log needs a disk of the machine's own). postgres: in the database below, for every
replica; the program does not have it built in yet, and says so at its start.
''')
@allowed(['sqlite', 'postgres'])
param storage string = 'sqlite'

@description('Only with storage=postgres.')
@secure()
param databasePassword string = ''

@description('The help that learners in distress are shown, in your country.')
param safetyResources string

@description('The addresses from which the ingress of the environment reaches the container.')
param ingressNetwork string = '100.100.0.0/16'

var withDatabase = storage == 'postgres'
var withRegistry = !empty(registry)
var databaseUser = 'practicebot'
var host = '${name}.${apps.properties.defaultDomain}'

// One identity for everything, without a secret: it speaks to the connector and pulls the image. It has no other right.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource images 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = if (withRegistry) {
  name: withRegistry ? registry : 'none'
}

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (withRegistry) {
  name: guid(resourceGroup().id, name, 'AcrPull')
  scope: images
  properties: {
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
    // AcrPull
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')
  }
}

// The program logs no words of learners or clients.
resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: name
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource apps 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: name
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

resource server 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = if (withDatabase) {
  name: '${name}-${uniqueString(resourceGroup().id)}'
  location: location
  sku: { name: 'Standard_B1ms', tier: 'Burstable' }
  properties: {
    version: '16'
    administratorLogin: databaseUser
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 32 }
    backup: { backupRetentionDays: 7, geoRedundantBackup: 'Disabled' }
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers/databases@2024-08-01' = if (withDatabase) {
  parent: server
  name: 'practicebot'
}

// 0.0.0.0 stands for Azure's own services; for a network of your own, put server and environment into it instead.
resource fromAzure 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2024-08-01' = if (withDatabase) {
  parent: server
  name: 'azure'
  properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
}

resource program 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  dependsOn: [mayPull]
  properties: {
    managedEnvironmentId: apps.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 8080
        transport: 'auto'
        allowInsecure: false
      }
      registries: withRegistry ? [
        {
          server: '${registry}.azurecr.io'
          identity: identity.id
        }
      ] : []
      secrets: withDatabase ? [
        {
          name: 'database'
          value: 'Host=${server!.properties.fullyQualifiedDomainName};Database=practicebot;Username=${databaseUser};Password=${databasePassword};SSL Mode=VerifyFull'
        }
      ] : []
    }
    template: {
      containers: [
        {
          name: 'practicebot'
          image: image
          resources: { cpu: json('1.0'), memory: '2Gi' }
          env: concat([
            { name: 'MicrosoftAppType', value: 'UserAssignedMsi' }
            { name: 'MicrosoftAppId', value: identity.properties.clientId }
            { name: 'MicrosoftAppTenantId', value: tenant().tenantId }
            { name: 'PublicUrl', value: 'https://${host}' }
            { name: 'ForwardedHeaders__KnownProxies', value: ingressNetwork }
            { name: 'Safety__Resources__en', value: safetyResources }
          ], withDatabase ? [
            { name: 'Storage__Provider', value: 'postgres' }
            { name: 'Storage__ConnectionString', secretRef: 'database' }
          ] : [])
          probes: [
            { type: 'Startup', httpGet: { path: '/health/live', port: 8080 }, periodSeconds: 2, failureThreshold: 60 }
            { type: 'Liveness', httpGet: { path: '/health/live', port: 8080 }, periodSeconds: 20 }
            { type: 'Readiness', httpGet: { path: '/health/ready', port: 8080 }, periodSeconds: 10 }
          ]
        }
      ]
      // A file has one writer.
      scale: { minReplicas: 1, maxReplicas: withDatabase ? 3 : 1 }
    }
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'PracticeBot'
    endpoint: 'https://${host}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: identity.id
    disableLocalAuth: true
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
    properties: { isEnabled: true }
  }
}

@description('For teams-package: MicrosoftAppId.')
output appId string = identity.properties.clientId

@description('For teams-package: PublicUrl.')
output address string = 'https://${host}'
